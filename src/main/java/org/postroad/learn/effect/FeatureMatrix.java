package org.postroad.learn.effect;

import java.util.Arrays;

/**
 * Feature vectors, one row a decision. The array is not copied: do not change it. Memory: 4 bytes a value.
 *
 * @param values row by row, {@code rows × columns}; NaN if missing, infinite values count as missing
 * @param columns the length of a row, at least 1
 */
public record FeatureMatrix(float[] values, int columns) {

    /** @throws IllegalArgumentException if the values do not make up whole rows */
    public FeatureMatrix {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(
                    "%d values do not make rows of %d columns.".formatted(values.length, columns));
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                values[i] = Float.NaN;
            }
        }
    }

    /** A matrix of these rows, which must be of equal length. */
    public static FeatureMatrix of(float[]... rows) {
        int columns = rows.length == 0 ? 1 : rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException("Row " + row + " has " + rows[row].length + " columns.");
            }
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return new FeatureMatrix(values, columns);
    }

    /** The number of rows. */
    public int rows() {
        return values.length / columns;
    }

    /** A copy of a row. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** The rows with these indices, in their order. */
    public FeatureMatrix rows(int[] indices) {
        float[] selected = new float[indices.length * columns];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(values, indices[i] * columns, selected, i * columns, columns);
        }
        return new FeatureMatrix(selected, columns);
    }
}
