package org.postroad.decide;

import org.postroad.catalog.Catalog;
import org.springframework.stereotype.Component;

/** Those of the catalog. */
@Component
class CatalogKnownOffers implements KnownOffers {

    private final Catalog catalog;

    CatalogKnownOffers(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean has(String offerId) {
        return catalog.offer(offerId).isPresent();
    }
}
