"""Every benchmark, one after another: `python -m benchmarks [--quick]`."""

from benchmarks import delivery, desk, kills, start, updates

start.main()
updates.main()
desk.main()
delivery.main()
kills.main()
