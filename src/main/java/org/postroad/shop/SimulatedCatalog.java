package org.postroad.shop;

import org.postroad.catalog.Catalog;
import org.postroad.shop.world.AssortmentReader;

/** What the simulated shop sells, tells and gives, without its people: for rehearsals. */
public final class SimulatedCatalog {

    /** Where nobody serves pictures. */
    static final String IMAGES = "https://shop.example/images";

    private SimulatedCatalog() {}

    public static void putInto(Catalog catalog) {
        new AssortmentReader(IMAGES).assortment().putInto(catalog);
    }
}
