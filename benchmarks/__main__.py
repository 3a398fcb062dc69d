"""Every benchmark of delivery, one after another: `python -m benchmarks [--quick]`."""

from benchmarks import delivery, kills

delivery.main()
kills.main()
