using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Time;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Films;

/// <summary>Makes a film: one replication is traced, its events are replayed, and every five minutes the replay is asked what it sees.</summary>
public sealed class Filming
{
    private readonly TraceHeader header;
    private readonly TraceReplay replay;
    private readonly DateTimeOffset from;
    private readonly HashSet<(string Post, string Country, Direction Direction)> gated;
    private readonly Dictionary<(string, string, Direction), int> sideOf = [];
    private readonly FilmSide[] sides;
    private readonly FilmLane[] lanes;
    private readonly LaneNews news;
    private readonly int[] left;
    private readonly double[] leftHours;
    private int pictures;

    private Filming(FilmSubject subject, TraceHeader header)
    {
        this.header = header;
        from = header.From;
        replay = new TraceReplay(header, Ended);
        sides = [.. header.Sides.Select(s => new FilmSide(s.Post, s.Side, s.Dir, s.Role, (int)s.Offset.TotalMinutes) { Queue = New(), Inside = New() })];
        for (int i = 0; i < sides.Length; i++) sideOf[(sides[i].Post, sides[i].Country, sides[i].Direction)] = i;
        lanes = [.. header.Sides.SelectMany((s, i) => s.Lanes.Select(l => new FilmLane(i, l.Lane) { OnDuty = New(), Busy = New(), Waiting = New() }))];
        news = new LaneNews(header);
        (left, leftHours) = (new int[sides.Length], new double[sides.Length]);
        // At a single stop nobody passes a gate on the entry side: who is there is inside.
        gated = [.. subject.Model.Posts.SelectMany(p => p.Sides.Where(s => !s.SingleStop && s.Stages.Any(t => t.Kind == StageKind.Gate)).Select(s => (p.Id, s.Country, s.Direction)))];
    }

    /// <summary>Films a week.</summary>
    /// <param name="subject">Which.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static WeekFilm Shoot(FilmSubject subject, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        CorridorNetwork corridor = CorridorCompiler.Compile(subject.Model, SimDuration.FromDays(subject.WarmUpDays), SimDuration.FromDays(FilmSubject.Days));
        var request = new TraceRequest
        {
            Seed = subject.Seed, Replication = subject.Replication, Scenario = subject.Scenario,
            From = SimTime.FromDays(subject.WarmUpDays), To = SimTime.FromDays(subject.WarmUpDays + FilmSubject.Days),
        };
        Filming? camera = null;
        TraceRun.Tell(corridor, request, header => camera = new Filming(subject, header), e => camera!.See(e, progress), cancellation);
        return camera!.Film();
    }

    private static ushort[] New() => new ushort[WeekFilm.Pictures];

    private void See(BorderEvent e, Action<double>? progress)
    {
        while (pictures < WeekFilm.Pictures && e.T > from.AddMinutes(pictures * (double)WeekFilm.Step))
        {
            Picture(pictures++);
            if (pictures % WeekFilm.PicturesPerDay == 0) progress?.Invoke(pictures / (double)WeekFilm.Pictures);
        }
        news.Take(e, (int)Math.Floor((e.T - from).TotalMinutes));
        replay.Apply(e);
    }

    private void Picture(int number)
    {
        foreach ((BorderEvent entered, bool arrived) in replay.Whereabouts)
        {
            var place = (entered.Post!, entered.Side!, entered.Dir!.Value);
            FilmSide side = sides[sideOf[place]];
            if (arrived || !gated.Contains(place)) side.Inside[number]++;
            else side.Queue[number]++;
        }
        int i = 0;
        foreach (LaneCount count in replay.LaneCounts)
        {
            FilmLane lane = lanes[i++];
            lane.OnDuty[number] = (ushort)Math.Min(count.OnDuty, ushort.MaxValue);
            lane.Busy[number] = (ushort)(count.InService + count.Held);
            lane.Waiting[number] = (ushort)count.Waiting;
        }
    }

    private void Ended(TripSide trip)
    {
        int side = sideOf[(trip.Post, trip.Side, trip.Dir!.Value)];
        left[side]++;
        leftHours[side] += trip.SideTime!.Value.TotalHours;
    }

    private WeekFilm Film()
    {
        if (pictures != WeekFilm.Pictures) throw new InvalidOperationException($"The trace of a week ended after {pictures} of {WeekFilm.Pictures} pictures.");
        return new WeekFilm
        {
            Scenario = header.Scenario ?? "", Seed = header.Seed, Replication = header.Replication,
            Sides = [.. sides.Select((s, i) => s with { Left = left[i], LeftHours = leftHours[i] })], Lanes = lanes, Events = news.Events,
        };
    }
}
