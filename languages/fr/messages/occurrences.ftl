# Quand ce qui est demandé n’a pas lieu à l’endroit demandé.

correct-kind = Cela n’est pas prévu à { $area }. Ce qui y est prévu :
