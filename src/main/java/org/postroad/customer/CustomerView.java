package org.postroad.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A customer as shown to applications: what was told, and what it adds up to. */
record CustomerView(@JsonUnwrapped Customer customer, ProfileView profile) {}
