package org.postroad.shop.behaviour;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.local.MailArrived;
import org.postroad.shop.world.Assortment;

/**
 * A mail as a person reads it: what it is about, what it gives, what can be clicked. The simulated person knows no more
 * of it than stands in it.
 *
 * @param code the offer's personal code; empty if the mail gives none
 */
record ParsedMail(
        Optional<Product> product,
        Optional<Offer> offer,
        String code,
        Optional<String> link,
        Optional<String> pixel,
        Optional<String> unsubscribeLink) {

    /** @param ownUrl where this server's tracked links begin, without a slash at the end */
    static ParsedMail read(MailArrived arrived, Assortment assortment, String ownUrl) {
        Document page = Jsoup.parse(arrived.html());
        String text = page.text() + " " + arrived.text();
        Optional<Map.Entry<Offer, String>> given = given(text, assortment);
        Optional<Product> product = product(text, assortment);
        return new ParsedMail(
                product,
                given.map(Map.Entry::getKey),
                given.map(Map.Entry::getValue).orElse(""),
                product.flatMap(shown -> linkOn(shown, page, ownUrl + "/c/"))
                        .or(() -> address(page, "a[href]", "href", ownUrl + "/c/")),
                address(page, "img[src]", "src", ownUrl + "/o/"),
                address(page, "a[href]", "href", ownUrl + "/u/"));
    }

    /** The product that is named first. */
    private static Optional<Product> product(String text, Assortment assortment) {
        return assortment.products().stream()
                .filter(product -> text.contains(product.name()))
                .min(Comparator.<Product>comparingInt(product -> text.indexOf(product.name()))
                        .thenComparingInt(product -> -product.name().length()));
    }

    /** The offer is told by how its code begins; one without a code by its name. */
    private static Optional<Map.Entry<Offer, String>> given(String text, Assortment assortment) {
        return Stream.concat(
                        assortment.offers().stream()
                                .flatMap(offer -> code(text, offer).map(code -> Map.entry(offer, code)).stream()),
                        assortment.offers().stream()
                                .filter(offer -> offer.codePrefix() == null && text.contains(offer.name()))
                                .map(offer -> Map.entry(offer, "")))
                .findFirst();
    }

    private static Optional<String> code(String text, Offer offer) {
        if (offer.codePrefix() == null) {
            return Optional.empty();
        }
        Matcher code = Pattern.compile("\\b" + Pattern.quote(offer.codePrefix()) + "-?[A-Z0-9-]{4,}\\b")
                .matcher(text);
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    /** People click what they were looking for, by its picture or its name. */
    private static Optional<String> linkOn(Product product, Document page, String begins) {
        return page.select("a[href]").stream()
                .filter(link -> link.text().contains(product.name())
                        || link.select("img").eachAttr("alt").stream().anyMatch(alt -> alt.contains(product.name())))
                .map(link -> link.attr("href"))
                .filter(address -> address.startsWith(begins))
                .findFirst();
    }

    private static Optional<String> address(Document page, String elements, String attribute, String begins) {
        return page.select(elements).stream()
                .map(element -> element.attr(attribute))
                .filter(address -> address.startsWith(begins))
                .findFirst();
    }
}
