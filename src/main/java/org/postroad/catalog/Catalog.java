package org.postroad.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's products, articles and offers. Reads are cached for two seconds: a write on this node shows at once, one on
 * another node within that time.
 */
public interface Catalog extends CatalogLookup {

    /** The known products, by id. */
    Map<String, Product> products(Collection<String> ids);

    List<Product> productsIn(String category);

    List<Article> articles();

    Optional<Offer> offer(String id);

    /** The offers that may be given in a slot, see {@link Offer#slots}. */
    List<Offer> offersFor(String slot);

    void putProducts(Collection<Product> products);

    void putArticles(Collection<Article> articles);

    void putOffers(Collection<Offer> offers);
}
