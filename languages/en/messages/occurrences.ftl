# When what was asked for is not in the area asked about.

correct-kind = That is not planned in { $area }. What is planned there:
