package app.steelyard.usage.store;

import app.steelyard.usage.row.GapBounds;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chains of requests, of which each repeats what the one before sent: what one source tells under one session, conversation
 * or the like, told apart by a digest. Kept of each are its turns, its prompts' lengths, its gaps, and what turns found of
 * the ones before.
 */
public final class Chains {
    /** Of the staged rows, whose sums are put in. */
    static final String STAGED = """
        insert into incoming.main.session
        with sent as (
          select n, source, vendor, model, project, prefix, start_ms, read,
            case when write is null and write5m is null then coalesce(uncached, 0) + coalesce(read, 0)
              else coalesce(read, 0) + coalesce(write5m, 0) + coalesce(write1h, 0) + coalesce(write, 0) end as prompt
          from stage
          where prefix is not null and start_ms is not null and end_ms is null and requests = 1
            and source not in (select source from doubled)),
        turns as (
          select *, lag(prompt) over chain as before, start_ms - lag(start_ms) over chain as gap,
            row_number() over chain as turn
          from sent window chain as (partition by source, vendor, model, project, prefix order by start_ms, n))
        select source, vendor, model, project, prefix, count(*), min(start_ms), max(start_ms), arg_min(prompt, turn),
          arg_max(prompt, turn), sum(prompt)::bigint, arg_min(coalesce(read, 0), turn), bool_and(read is not null),
          count(*) filter (SOON), count(*) filter (SOON and read > 0),
          coalesce(sum(before) filter (SOON and read > 0), 0)::bigint,
          coalesce(sum(least(read, before)) filter (SOON and read > 0), 0)::bigint,
          [GAPS]
        from turns group by source, vendor, model, project, prefix
        """
            // The shortest lifetime is five minutes, and the longest minimum 4,096 tokens.
            .replace("SOON", "gap <= 240000 and before >= 4096 and read is not null")
            .replace(
                    "GAPS",
                    GapBounds.SECONDS.stream()
                            .map(b -> "count(*) filter (gap <= " + b * 1000 + ")")
                            .collect(Collectors.joining(", ")));

    /**
     * What the kept ones come to. What sessions share is what their first prompts read; of those that read nothing, as much as
     * others of the same model and project read on average, if their first prompt is as long.
     */
    public static final String SUMS = """
        with kept as (select * from session where INCLUDED),
        heads as (
          select vendor, model, project, avg(first_read) filter (reads_stated and first_read > 0) as head
          from kept group by all)
        select coalesce(vendor, '') as vendor, coalesce(model, '') as model, coalesce(project, '') as project,
          count(*) as sessions, sum(turns)::bigint as turns, sum(turns::double * turns) as squared,
          sum(first_prompt)::bigint as first, sum(last_prompt)::bigint as last, sum(prompts)::bigint as prompts,
          count(*) filter (reads_stated) as told, coalesce(sum(first_read) filter (reads_stated), 0)::bigint as first_read,
          coalesce(sum(case when first_read > 0 then first_read else least(first_prompt, head) end)
            filter (reads_stated and head > 0), 0)::double as head, sum(within)::bigint as within,
          sum(found)::bigint as found, sum(kept)::bigint as kept, sum(kept_read)::bigint as kept_read, [GAPS] as gaps
        from (select kept.*, head from kept join heads on kept.vendor is not distinct from heads.vendor
            and kept.model is not distinct from heads.model and kept.project is not distinct from heads.project)
        group by all order by all
        """.replace(
                    "GAPS",
                    IntStream.rangeClosed(1, GapBounds.SECONDS.size())
                            .mapToObj(i -> "sum(gaps[" + i + "])::bigint")
                            .collect(Collectors.joining(", ")));

    private Chains() {}
}
