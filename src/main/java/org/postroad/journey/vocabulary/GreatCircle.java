package org.postroad.journey.vocabulary;

/** Distances on the globe. */
final class GreatCircle {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    private GreatCircle() {}

    /** The distance in km by the haversine formula; arguments in degrees. */
    static double km(double latitude, double longitude, double otherLatitude, double otherLongitude) {
        double dLat = Math.toRadians(otherLatitude - latitude) / 2;
        double dLon = Math.toRadians(otherLongitude - longitude) / 2;
        double h = square(Math.sin(dLat))
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(otherLatitude)) * square(Math.sin(dLon));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
