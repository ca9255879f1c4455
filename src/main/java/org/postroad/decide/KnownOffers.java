package org.postroad.decide;

import org.postroad.catalog.Catalog;
import org.springframework.stereotype.Component;

/** The ids of the offers in the catalog, for packages that may not use {@code catalog}. */
@Component
public class KnownOffers {

    private final Catalog catalog;

    KnownOffers(Catalog catalog) {
        this.catalog = catalog;
    }

    public boolean has(String offerId) {
        return catalog.offer(offerId).isPresent();
    }
}
