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
        -1.84,
        (
            -0.84,
            3.68,
            -0.31,
            1.30,
            2.95,
            -0.72,
            1.82,
            -0.51,
            0.03,
            -1.24,
            1.47,
            -2.70,
            -0.71,
            0.40,
            -0.12,
            -0.08,
            1.48,
            2.30,
        ),
    ),
    among=Logistic(
        -2.36,
        (
            4.83,
            0.09,
            -0.38,
            1.48,
            -0.57,
            -2.75,
            4.29,
            -1.11,
            -0.83,
            -2.00,
            -2.24,
            -3.04,
            -1.42,
            0.18,
            -0.05,
            -0.14,
            1.39,
            3.15,
        ),
    ),
    answer_from=0.69,
    offer_from=0.25,
    plain=PLAIN,
)
