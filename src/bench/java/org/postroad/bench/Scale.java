package org.postroad.bench;

/** The size of all benches: {@code -Dbench.scale=0.1} makes them ten times smaller, to try them out. */
final class Scale {

    private static final double FACTOR = Double.parseDouble(System.getProperty("bench.scale", "1"));

    private Scale() {}

    static int of(int full) {
        return (int) Math.max(1, Math.round(full * FACTOR));
    }
}
