/**
 * Takes requests for mail, checks permission, composes, freezes the MIME message and stores it; its sub-packages send it
 * and record the outcome. {@link org.postroad.deliver.Mailing} is where to start.
 *
 * <p>Uses {@code compose}, {@code customer} and {@code event}.
 */
@NullMarked
package org.postroad.deliver;

import org.jspecify.annotations.NullMarked;
