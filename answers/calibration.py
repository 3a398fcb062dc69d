"""The shipped calibration."""

from answers.decide import Calibration, Logistic

# Fitted by `answers.fit` on the labelled questions of tests/answers/labelled (985, three languages, 19 % of
# them out of scope), within 1.2 % of wrong answers and 2.5 % of answers out of scope.
# `campanile evaluate tests/answers/labelled --cross-validate` judges the procedure on unseen entries.
DEFAULT = Calibration(
    first=Logistic(-3.97, (0.82, 1.46, 1.00, 1.75, 1.91, -0.12, 2.08, 0.27, 0.03, -1.08, 2.50, -3.01)),
    among=Logistic(-3.21, (0.74, 1.52, -0.77, 2.30, 0.99, 0.65, 2.89, 0.48, -0.93, -0.90, 3.12, -3.04)),
    answer_from=0.897,
    offer_from=0.25,
)
