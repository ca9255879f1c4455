package org.postroad.customer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.postroad.customer.erasure.Erasure;
import org.postroad.customer.profile.Profiles;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Customers over REST. */
@RestController
@Tag(name = "Customers")
class CustomerController {

    private final RequestBodies requestBodies;
    private final CustomerIntake intake;
    private final Erasure erasure;
    private final Customers customers;
    private final Profiles profiles;
    private final Clock clock;

    CustomerController(
            RequestBodies requestBodies,
            CustomerIntake intake,
            Erasure erasure,
            Customers customers,
            Profiles profiles,
            Clock clock) {
        this.requestBodies = requestBodies;
        this.intake = intake;
        this.erasure = erasure;
        this.customers = customers;
        this.profiles = profiles;
        this.clock = clock;
    }

    @PutMapping(path = "/api/customers/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Put a customer",
            description = "Replaces what was known of them. Consents are merged: on each topic the latest word counts.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Customer.class)))
    CustomerView put(@PathVariable String id, HttpServletRequest request) throws IOException {
        intake.put(JsonFields.ofWithId(requestBodies.value(request), "a customer", id));
        return get(id);
    }

    @DeleteMapping("/api/customers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Erase a customer",
            description =
                    "They leave all journeys at once. Nothing of them is left but what reports count, under a name that "
                            + "leads back to nobody, and the hash of their address, which never gets mail again. "
                            + "Stop sending their events first: a later one makes a new customer.")
    void erase(@PathVariable String id) {
        erasure.erase(id);
    }

    @GetMapping("/api/customers/{id}")
    @Operation(summary = "Get a customer", description = "With their profile as of now.")
    CustomerView get(@PathVariable String id) {
        Customer customer = customers
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer '" + id + "'."));
        return new CustomerView(customer, ProfileView.of(profiles.of(id), clock.instant()));
    }
}
