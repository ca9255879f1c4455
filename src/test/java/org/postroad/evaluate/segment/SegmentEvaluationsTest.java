package org.postroad.evaluate.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.OnlineRetail;

/** The protocols on a made-up shop: every tenth customer buys weekly and for much, the others now and then. */
class SegmentEvaluationsTest {

    private static final int CUSTOMERS = 400;

    @TempDir
    private Path folder;

    @BeforeEach
    void writePurchases() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (Writer file = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(OnlineRetail.FILE))),
                StandardCharsets.UTF_8)) {
            file.write("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                boolean big = customer % 10 == 0;
                for (int day = random.nextInt(100); day < 300; day += random.nextInt(big ? 5 : 40, big ? 10 : 120)) {
                    LocalDateTime at = LocalDateTime.of(2010, 12, 1, 10, 0).plusDays(day);
                    file.write("5%d%d,85123A,HOLDER,%d,%s:00,2.55,%d.0,UK%n"
                            .formatted(
                                    customer, day, big ? 50 : 5, at.toString().replace('T', ' '), customer));
                }
            }
        }
    }

    @Test
    void findsHiddenBigSpenders() {
        Finding found = new LookalikeLift().run(new EvaluationData(folder));
        assertThat(found.figure().get("lift")).isGreaterThan(9);
        assertThat(found.rule()).containsKeys("nearest neighbours", "most spent before");
    }

    @Test
    void measuresStabilityAndFlicker() {
        Finding found = new SegmentStability().run(new EvaluationData(folder));
        assertThat(found.figure().get("ARI")).isBetween(.8, 1.0);
        assertThat(found.figure().get("flicker")).isLessThan(found.rule().get("flicker of RFM names"));
        assertThat(found.figure().get("flicker by refits alone")).isBetween(0.0, .05);
        assertThat(found.data()).contains("400 customers");
    }
}
