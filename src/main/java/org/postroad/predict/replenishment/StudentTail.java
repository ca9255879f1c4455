package org.postroad.predict.replenishment;

import org.hipparchus.special.Beta;
import org.hipparchus.util.ContinuedFraction;
import org.hipparchus.util.FastMath;

/**
 * The upper tail of Student's t distribution, by the regularised incomplete beta function and its continued fraction (Press et
 * al., "Numerical Recipes", 3rd ed., section 6.4). What depends on the degrees of freedom alone is computed once, which is most of
 * the cost where many values are asked for.
 */
final class StudentTail {

    private static final double PRECISION = 1e-10;
    private static final double HALF = .5;

    private final double degrees;
    private final double logBeta;

    /** @param degrees of freedom, positive */
    StudentTail(double degrees) {
        this.degrees = degrees;
        this.logBeta = Beta.logBeta(degrees / 2, HALF);
    }

    /** The probability of a value above t; without cancellation where t is positive. */
    double above(double t) {
        double tail = bothTails(t * t) / 2;
        return t >= 0 ? tail : 1 - tail;
    }

    /** The fraction converges fast only on the near side of the distribution's mean; the other is its complement. */
    private double bothTails(double square) {
        double a = degrees / 2;
        double outside = degrees / (degrees + square);
        double inside = square / (degrees + square);
        return outside > (a + 1) / (a + HALF + 2)
                ? 1 - regularized(inside, outside, HALF, a)
                : regularized(outside, inside, a, HALF);
    }

    private double regularized(double x, double complement, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        double factor = FastMath.exp(a * FastMath.log(x) + b * FastMath.log(complement) - logBeta) / a;
        return factor / new BetaFraction(a, b).evaluate(x, PRECISION);
    }

    private static final class BetaFraction extends ContinuedFraction {

        private final double a;
        private final double b;

        BetaFraction(double a, double b) {
            this.a = a;
            this.b = b;
        }

        @Override
        protected double getA(int n, double x) {
            return 1;
        }

        @Override
        protected double getB(int n, double x) {
            int m = n / 2;
            return n % 2 == 0
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        }
    }
}
