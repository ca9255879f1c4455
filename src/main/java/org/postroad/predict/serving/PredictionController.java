package org.postroad.predict.serving;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.postroad.customer.Customers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Predictions over REST. */
@RestController
@Tag(name = "Customers")
class PredictionController {

    private static final int LONGEST_DAYS = 3_650;
    private static final int MOST_HORIZONS = 20;
    private static final int MOST_PRODUCTS = 100;

    private final Predictions predictions;
    private final Customers customers;

    PredictionController(Predictions predictions, Customers customers) {
        this.predictions = predictions;
        this.customers = customers;
    }

    @GetMapping("/api/customers/{id}/predictions")
    @Operation(
            summary = "What a customer is expected to do",
            description =
                    "Whether and how often they buy within so many `days` (30, 90 and 365 if none is given), what they spend"
                            + " then with an interval of 80 %, and which products they are due to buy again when. Each says what it rests"
                            + " on; where nothing can be predicted, the numbers are 0 and `unknownBecause` says why.")
    PredictionView predict(@PathVariable String id, @RequestParam(defaultValue = "30, 90, 365") List<Integer> days) {
        if (days.size() > MOST_HORIZONS || days.stream().anyMatch(each -> each < 1 || each > LONGEST_DAYS)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "\"days\" must be between 1 and " + LONGEST_DAYS + ", at most " + MOST_HORIZONS + " times.");
        }
        if (customers.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer '" + id + "'.");
        }
        return PredictionView.of(id, predictions.of(id), days, MOST_PRODUCTS);
    }
}
