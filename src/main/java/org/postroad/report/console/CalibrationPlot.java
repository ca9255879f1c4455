package org.postroad.report.console;

import java.util.List;
import java.util.stream.DoubleStream;
import org.postroad.model.ModelReport;

/** A plot of observed shares over predicted probabilities, {@value #SIZE} units a side; perfect predictions lie on the diagonal. */
public final class CalibrationPlot {

    static final int SIZE = 200;

    private final List<ModelReport.Calibration> bins;
    private final double end;

    CalibrationPlot(List<ModelReport.Calibration> bins) {
        this.bins = List.copyOf(bins);
        this.end = bins.stream()
                .flatMapToDouble(bin -> DoubleStream.of(bin.predicted(), bin.observed()))
                .map(each -> Math.ceil(each * 10) / 10)
                .max()
                .orElse(1);
    }

    /** Where the centre of a dot is, from the upper left corner. */
    public record Dot(double x, double y, ModelReport.Calibration bin) {}

    public List<Dot> dots() {
        return bins.stream()
                .map(bin -> new Dot(SIZE * bin.predicted() / end, SIZE * (1 - bin.observed() / end), bin))
                .toList();
    }

    /** The probability at the end of both axes. */
    public double end() {
        return end;
    }

    public int size() {
        return SIZE;
    }
}
