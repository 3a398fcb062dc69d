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
        -1.45,
        (
            -0.50,
            2.80,
            0.51,
            1.19,
            1.19,
            -0.30,
            3.45,
            -0.65,
            0.49,
            -4.11,
            0.05,
            -2.62,
            -1.42,
            0.37,
            -0.13,
            -0.15,
            1.17,
            1.63,
        ),
    ),
    among=Logistic(
        -0.81,
        (
            3.69,
            1.05,
            -0.59,
            1.70,
            -2.12,
            -1.92,
            5.60,
            -1.53,
            -0.70,
            -4.82,
            -2.91,
            -2.88,
            -1.97,
            0.18,
            -0.06,
            -0.11,
            1.13,
            2.23,
        ),
    ),
    answer_from=0.70,
    offer_from=0.25,
    plain=PLAIN,
)
