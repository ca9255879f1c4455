package org.postroad.customer;

import org.postroad.json.JsonFields;

/** Where applications write down what they know of a customer. The code path of {@code PUT /api/customers/{id}}. */
public interface CustomerIntake {

    /**
     * Replaces what was known; consents are merged.
     *
     * @param customer as an application writes it, with its {@code id}
     * @throws org.postroad.json.BadInput with a sentence that names the field
     */
    void put(JsonFields customer);
}
