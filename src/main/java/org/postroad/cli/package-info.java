/**
 * Finds the commands ({@code import}, {@code train}, {@code test} ...) and runs the one that the command line names.
 *
 * <p>Uses {@code rehearse}.
 */
@NullMarked
package org.postroad.cli;

import org.jspecify.annotations.NullMarked;
