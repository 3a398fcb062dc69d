# Quando nell’area chiesta non c’è quel che si chiede.

correct-kind = A { $area } questo non è in programma. In programma c’è:
