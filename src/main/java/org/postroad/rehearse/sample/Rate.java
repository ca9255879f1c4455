package org.postroad.rehearse.sample;

/**
 * How often something happened among how many chances, or in how long. Little that was seen is drawn towards a mean as if it
 * had been seen {@code weight} times more: the posterior mean of a beta or a gamma prior (Gelman et al., Bayesian Data
 * Analysis, 2013, sections 2.4 and 2.6).
 */
record Rate(double happened, double of) {

    static final Rate NOTHING = new Rate(0, 0);

    Rate plus(Rate other) {
        return new Rate(happened + other.happened, of + other.of);
    }

    double shrunkTo(double mean, double weight) {
        return (happened + weight * mean) / (of + weight);
    }
}
