package io.crossdock.worlds.bugs;

import io.crossdock.order.fact.Link;
import io.crossdock.order.link.BrokenLinkRules;
import io.crossdock.order.status.BrokenStatusRules;
import io.crossdock.worlds.delivery.Flaw;
import org.jspecify.annotations.Nullable;

/** A rule that is wrong on purpose, and in how many worlds at most it must show. */
enum SeededBug {
    LAST_ARRIVAL_WINS(20, Flaws.lastArrivalWins()),
    REDELIVERY_COUNTS_AGAIN(20, Flaws.redeliveryCountsAgain()),
    EPOCH_IGNORED(2_000, Flaws.epochIgnored()),
    SNAPSHOT_IS_NEWEST(200, Flaws.snapshotIsNewest()),
    RETRACT_ON_PURGE(400, Flaws.retractOnPurge()),
    DELETION_IGNORED(400, Flaws.deletionIgnored()),
    NO_TAKE_BACK(400, Flaws.noTakeBack()),
    NO_HAND_OVER(20, Flaws.noHandOver()),
    COPY_IS_ROOT(400, Flaws.copyIsRoot()),
    UNKNOWN_IS_ZERO(100, Flaws.unknownIsZero()),
    EVERY_PARENT_COUNTS_ALL(600, Flaws.everyParentCountsAll()),
    SCANS_AFTER_RETURN_COUNT(1_500, Flaws.scansAfterReturnCount()),
    PERSON_IS_BELIEVED(2_000, Flaws.ruleIs(Link.Rule.PERSON, Link.Rule.EXPLICIT)),
    MATCH_IS_BELIEVED(1_000, Flaws.ruleIs(Link.Rule.MATCHED, Link.Rule.EXPLICIT)),
    MATCH_IS_IGNORED(400, Flaws.ruleIs(Link.Rule.MATCHED, null)),
    BUSINESS_TIME_IGNORED(20, Flaws.businessTimeIgnored()),
    EQUAL_FOR_AT_LEAST(200, rule("OrderLine", "all", BrokenStatusRules.EqualForAtLeast.class)),
    CANCELLED_STILL_EXPECTED(200, rule("OrderLine", "expected", BrokenStatusRules.CancelledStillExpected.class)),
    SHORT_CLOSED_STILL_EXPECTED(200, rule("OrderLine", "expected", BrokenStatusRules.ShortClosedStillExpected.class)),
    LOST_STILL_COVER(400, rule("Parcel", "isAstray", BrokenStatusRules.LostStillCover.class)),
    UNTRACKED_IS_FORGOTTEN(100, rule("Quantities", "untracked", BrokenStatusRules.UntrackedIsForgotten.class)),
    ASKED_IS_CANCELLED(200, rule("OrderLine", "pending", BrokenStatusRules.AskedIsCancelled.class)),
    CANCELLED_DOCUMENT_COUNTS(
            400, rule("LineFact", "isOfCancelledDocument", BrokenStatusRules.CancelledDocumentCounts.class)),
    SERVICES_ARE_SHIPPED(100, rule("OrderLine", "shippable", BrokenStatusRules.ServicesAreShipped.class)),
    SUBSTITUTE_COVERS_NOTHING(200, rule("Families", "sum", BrokenStatusRules.SubstituteCoversNothing.class)),
    SUBSTITUTE_IS_NOT_CREDITED(20_000, rule("Families", "sum", BrokenStatusRules.SubstituteIsNotCredited.class)),
    RIVAL_IS_GUESSED(400, new Patch("io.crossdock.order.link.Contest", "of", BrokenLinkRules.RivalIsGuessed.class));

    private final int within;

    @SuppressWarnings("ImmutableEnumChecker") // Flaws keep nothing.
    private final Flaw flaw;

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts and a class.
    private final @Nullable Patch patch;

    SeededBug(int within, Flaw flaw) {
        this.within = within;
        this.flaw = flaw;
        this.patch = null;
    }

    SeededBug(int within, Patch patch) {
        this.within = within;
        this.flaw = Flaw.NONE;
        this.patch = patch;
    }

    int within() {
        return within;
    }

    Flaw flaw() {
        return flaw;
    }

    @Nullable
    Patch patch() {
        return patch;
    }

    private static Patch rule(String type, String method, Class<?> answer) {
        return new Patch("io.crossdock.order.status." + type, method, answer);
    }
}
