package org.postroad.shop.server;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Scanner;
import javax.imageio.ImageIO;

/** A drawing in a field of 100 by 100, in the words of an SVG path: M, L, C and Z with absolute coordinates. */
final class Pictogram {

    private static final int PIXELS = 480;
    private static final double MARGIN = 0.22;

    private final Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);

    Pictogram(String path) {
        try (Scanner words = new Scanner(path.replaceAll("([MLCZ])", " $1 "))) {
            while (words.hasNext()) {
                draw(words.next(), words);
            }
        }
    }

    private void draw(String command, Scanner words) {
        switch (command) {
            case "M" -> shape.moveTo(number(words), number(words));
            case "L" -> shape.lineTo(number(words), number(words));
            case "C" ->
                shape.curveTo(number(words), number(words), number(words), number(words), number(words), number(words));
            case "Z" -> shape.closePath();
            default -> throw new IllegalArgumentException("A pictogram's path knows no " + command);
        }
    }

    private static double number(Scanner words) {
        return Double.parseDouble(words.next());
    }

    /** As a PNG, light on a tile of that colour. */
    byte[] png(Color tile) {
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(tile);
        pen.fillRect(0, 0, PIXELS, PIXELS);
        pen.setColor(mixed(tile, Color.WHITE, 0.12));
        pen.setStroke(new BasicStroke(PIXELS / 12f));
        pen.drawOval(PIXELS / 10, PIXELS / 10, PIXELS * 8 / 10, PIXELS * 8 / 10);
        pen.setColor(mixed(tile, Color.WHITE, 0.90));
        pen.fill(placed());
        pen.dispose();
        return encoded(image);
    }

    private Shape placed() {
        AffineTransform place = AffineTransform.getTranslateInstance(PIXELS * MARGIN, PIXELS * MARGIN);
        place.scale(PIXELS * (1 - 2 * MARGIN) / 100, PIXELS * (1 - 2 * MARGIN) / 100);
        return place.createTransformedShape(shape);
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", octets);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be encoded.", e);
        }
        return octets.toByteArray();
    }
}
