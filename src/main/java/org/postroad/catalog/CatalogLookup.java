package org.postroad.catalog;

import java.util.Optional;

/** What the ids in an event stand for: the part of the {@link Catalog} that folding a history needs. */
public interface CatalogLookup {

    Optional<Product> product(String id);

    Optional<Article> article(String id);
}
