package org.postroad.catalog;

import java.util.Optional;

/** Finds what the ids in an event stand for: the part of the {@link Catalog} that building profiles needs. */
public interface CatalogLookup {

    Optional<Product> product(String id);

    Optional<Article> article(String id);
}
