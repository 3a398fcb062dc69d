"""The shipped calibration."""

from answers.search.chance import Calibration, Logistic

# Fitted by `answers.fit` on the labelled questions of tests/answers/labelled (1708, three languages, 18 % of
# them out of scope); the threshold is where answering is worth most, within the bounds of `answers.fit`.
# `campanile evaluate tests/answers/labelled --cross-validate` judges the procedure on unseen entries.
PLAIN = Calibration(
    first=Logistic(-4.39, (-0.57, 2.52, 1.71, 1.79, 4.22, 0.30, 2.02, -0.40, 0.22, -0.42, 2.56, -3.78, -1.55)),
    among=Logistic(-3.50, (4.16, 1.00, -0.64, 2.26, 0.33, -2.06, 4.39, -0.69, -0.84, -1.28, -1.73, -3.37, -2.11)),
    answer_from=0.7,
    offer_from=0.25,
)
"""Of entries that no layer knows."""
DEFAULT = Calibration(
    first=Logistic(
        -0.67,
        (
            -0.81,
            3.73,
            -0.55,
            0.94,
            1.28,
            -0.25,
            2.36,
            -0.78,
            -0.03,
            -2.36,
            0.13,
            -1.50,
            -1.75,
            0.24,
            -0.13,
            0.01,
            1.39,
            1.31,
        ),
    ),
    among=Logistic(
        -0.74,
        (
            3.47,
            1.12,
            -0.78,
            1.24,
            -1.35,
            -1.91,
            3.89,
            -1.37,
            -0.80,
            -2.46,
            -2.34,
            -1.41,
            -2.14,
            0.05,
            -0.05,
            0.06,
            1.26,
            2.05,
        ),
    ),
    answer_from=0.70,
    offer_from=0.25,
    plain=PLAIN,
)
