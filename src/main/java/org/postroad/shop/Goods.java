package org.postroad.shop;

import org.postroad.shop.world.Stockroom;
import org.postroad.catalog.Catalog;

/** What the simulated shop sells, tells and gives, without its people: for rehearsals. */
public final class Goods {

    /** Where nobody serves pictures. */
    static final String IMAGES = "https://shop.example/images";

    private Goods() {}

    public static void putInto(Catalog catalog) {
        new Stockroom(IMAGES).assortment().putInto(catalog);
    }
}
