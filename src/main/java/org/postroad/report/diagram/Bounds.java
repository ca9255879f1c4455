package org.postroad.report.diagram;

/** A rectangle in diagram units; y grows downwards. */
record Bounds(double x, double y, double width, double height) {

    static Bounds around(Point point) {
        return new Bounds(point.x(), point.y(), 0, 0);
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /** The smallest rectangle that contains both. */
    Bounds and(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** Larger on all sides; smaller if negative. */
    Bounds grown(double by) {
        return new Bounds(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
