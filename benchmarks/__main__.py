"""Every benchmark, one after another: `python -m benchmarks [--quick]`."""

from benchmarks import delivery, kills, start, updates

start.main()
updates.main()
delivery.main()
kills.main()
