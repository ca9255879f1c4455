package org.postroad.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop offers: products, articles, offers. Reads are cached for a moment; a write on this node shows at once. */
public interface Catalog extends CatalogLookup {

    /** Those of the ids that are known, by id. */
    Map<String, Product> products(Collection<String> ids);

    List<Product> productsIn(String category);

    List<Article> articles();

    Optional<Offer> offer(String id);

    /** The offers that may be given in a slot. */
    List<Offer> offersFor(String slot);

    void putProducts(Collection<Product> products);

    void putArticles(Collection<Article> articles);

    void putOffers(Collection<Offer> offers);
}
