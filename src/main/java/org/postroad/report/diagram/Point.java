package org.postroad.report.diagram;

/** A point in diagram units; y grows downwards. */
record Point(double x, double y) {

    double distanceTo(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The point at this distance from here, in the direction of the other. */
    Point towards(Point other, double distance) {
        double share = distance / Math.max(distanceTo(other), 1e-9);
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
