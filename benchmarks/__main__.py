"""Every benchmark of delivery, one after another: `python -m benchmarks [--quick]`."""

from benchmarks import delivery, kills, start

start.main()
delivery.main()
kills.main()
