/** The delegates that a diagram may name: ${sendEmail}, ${nextBestAction}, ${updateProfile} and ${callWebhook}. */
@NullMarked
package org.postroad.journey.camunda.delegate;

import org.jspecify.annotations.NullMarked;
