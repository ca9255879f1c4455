package org.postroad.shop.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Product;
import org.postroad.shop.world.AssortmentReader;
import org.springframework.http.HttpStatus;

class ProductImageControllerTest {

    private final ProductImageController productImageController = new ProductImageController();

    @Test
    void eachProductHasAPicture() throws IOException {
        for (Product product : new AssortmentReader("").assortment().products()) {
            byte[] png = productImageController.png(product.id()).orElseThrow();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(png.length).isLessThan(20_000);
        }
    }

    @Test
    void nothingElseHas() {
        assertThat(productImageController.picture("runner-99").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }
}
