/**
 * Projection out: a pure function from an order's standing facts to its status. It reads facts and ownership, decides
 * what each unit's place is, and keeps nothing; no clock, no arrival order. Rules R20 to R39, R40 to R91 and R100 to R104
 * of docs/rules.md.
 *
 * <p>In the order of the flow ({@link io.crossdock.order.status.Projection} is its table of contents): whose facts they are
 * ({@code OrderFacts}, {@code Membership}, {@code Root}, {@code Ownership}); where each package is ({@code Packages},
 * {@code Scans}); which rows are one line, in one unit ({@code Lines}, {@code Units}); what its owners count
 * ({@code Quantities}), what kits and substitutes lend ({@code Families}) and what is withdrawn ({@code Withdrawals}); the
 * word for it all ({@code RollUp}), the states beside it ({@code Axes}, {@code Billing}, {@code Completion}), since when
 * ({@code Milestones}, {@code OrderMilestones}), and what a person should know ({@code Findings},
 * {@code Contradictions}).
 */
@NullMarked
package io.crossdock.order.status;

import org.jspecify.annotations.NullMarked;
