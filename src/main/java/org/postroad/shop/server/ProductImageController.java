package org.postroad.shop.server;

import java.awt.Color;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.postroad.catalog.Product;
import org.postroad.shop.world.Assortment;
import org.postroad.shop.world.AssortmentReader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of the simulated products, for mails and pages: a tile in the brand's colour with what it is. */
@Controller
@ConditionalOnShop
final class ProductImageController {

    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

    private final Assortment assortment;
    private final List<String> brands;
    private final Map<String, Pictogram> pictograms = new HashMap<>();
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    ProductImageController() {
        AssortmentReader assortmentReader = new AssortmentReader("");
        this.assortment = assortmentReader.assortment();
        this.brands = assortment.products().stream()
                .map(product -> String.valueOf(product.brand()))
                .distinct()
                .sorted()
                .toList();
        assortmentReader.pictograms().forEach((subject, path) -> pictograms.put(subject, new Pictogram(path)));
    }

    @GetMapping("/assets/shop/{id}.png")
    ResponseEntity<byte[]> picture(@PathVariable String id) {
        return png(id).map(png -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(KEEP)
                        .body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    Optional<byte[]> png(String productId) {
        return assortment.find(productId).map(product -> drawn.computeIfAbsent(productId, id -> draw(product)));
    }

    private byte[] draw(Product product) {
        String subject = product.tags().contains("socks") ? "socks" : Objects.requireNonNull(product.category());
        return Objects.requireNonNull(pictograms.get(subject), subject).png(colour(product));
    }

    /** Muted, one hue a brand, as far apart as the golden section puts them; products of a brand differ a little. */
    private Color colour(Product product) {
        float hue = brands.indexOf(String.valueOf(product.brand())) * 0.618034f;
        float shade = Math.floorMod(product.id().hashCode(), 5) * 0.035f;
        return Color.getHSBColor(hue, 0.46f, 0.50f + shade);
    }
}
