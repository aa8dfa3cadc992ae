using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Twin.Forecasts;

/// <summary>Replications of one corridor from one observation, hour by hour.</summary>
internal sealed class Samples
{
    private readonly int hours;
    private readonly int replications;
    private readonly Dictionary<(string, Direction, string), int> sideOf = [];

    private Samples(CorridorNetwork corridor, int hours, int replications, int trips)
    {
        (this.hours, this.replications) = (hours, replications);
        foreach (BorderPost post in corridor.Corridor.Posts)
            foreach (SideProcedure side in post.Sides) sideOf[(post.Id, side.Direction, side.Country)] = sideOf.Count;
        Sides = [.. sideOf.Keys];
        Line = new double[Sides.Count * (hours + 1) * replications];
        Inside = new double[Line.Length];
        SideHours = new double[Line.Length];
        Left = new double[Sides.Count * replications];
        Ends = new double[trips * replications];
        Array.Fill(SideHours, double.NaN);
        Array.Fill(Ends, double.PositiveInfinity);
    }

    public IReadOnlyList<(string Post, Direction Dir, string Side)> Sides { get; }

    /// <summary>By side, hour and replication.</summary>
    public double[] Line { get; }
    public double[] Inside { get; }
    public double[] SideHours { get; }

    /// <summary>Trucks that left, by side and replication.</summary>
    public double[] Left { get; }

    /// <summary>Hours until each observed truck leaves its side, by truck and replication.</summary>
    public double[] Ends { get; }

    public ReadOnlySpan<double> At(double[] what, int side, int hour) => what.AsSpan((side * (hours + 1) + hour) * replications, replications);

    /// <summary>Runs them.</summary>
    /// <param name="corridor">The corridor that runs.</param>
    /// <param name="seenBy">The corridor the observation was made for, if another: what is not known is drawn by it.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="request">How.</param>
    /// <param name="cancellation">Stops.</param>
    public static Samples Run(CorridorNetwork corridor, CorridorNetwork seenBy, Observed seen, ForecastRequest request, CancellationToken cancellation)
    {
        var samples = new Samples(corridor, request.Hours, request.Replications, seen.Trips.Count);
        var stations = new (int Side, bool IsLine)[corridor.Stations.Count];
        for (int s = 0; s < stations.Length; s++)
        {
            StationMeaning meaning = corridor.Stations[s];
            string? gate = corridor.Corridor.Posts[meaning.PostIndex].Side(meaning.Direction, meaning.Role).Stages.FirstOrDefault(x => x.Kind == StageKind.Gate)?.Station;
            bool counted = meaning.Lane != "depot";
            stations[s] = (counted ? samples.sideOf[(corridor.Corridor.Posts[meaning.PostIndex].Id, meaning.Direction, meaning.Country)] : -1, meaning.Lane == "approach" || meaning.Lane == gate);
        }
        var tripOf = new Dictionary<(int, long), int>();
        for (int i = 0; i < seen.Trips.Count; i++) tripOf[(seen.Trips[i].Source, seen.Trips[i].Ordinal)] = i;
        int next = -1;
        Exception? failure = null;
        void Work()
        {
            try
            {
                for (int r; failure == null && !cancellation.IsCancellationRequested && (r = Interlocked.Increment(ref next)) < request.Replications;) samples.One(r, corridor, seenBy, seen, request, stations, tripOf);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }

        int threads = Math.Min(request.Replications, request.Threads > 0 ? request.Threads : Environment.ProcessorCount);
        Thread[] others = [.. Enumerable.Range(1, threads - 1).Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (Thread t in others) t.Start();
        Work();
        foreach (Thread t in others) t.Join();
        if (failure != null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        cancellation.ThrowIfCancellationRequested();
        return samples;
    }

    private void One(int r, CorridorNetwork corridor, CorridorNetwork seenBy, Observed seen, ForecastRequest request, (int Side, bool IsLine)[] stations, Dictionary<(int, long), int> tripOf)
    {
        var options = new RunOptions
        {
            Seed = request.Seed, Replication = r, Length = SimDuration.FromHours(request.Hours), Drain = false,
            Probes = [.. Enumerable.Range(0, request.Hours + 1).Select(h => seen.Start.Time + SimDuration.FromHours(h))],
        };
        var watch = new Watch(this, r, corridor, seen, tripOf);
        Replication run = Replication.Restore(corridor.Network, options, seen.Start.ToState(seenBy.Network, options), watch);
        run.RunToEnd();
        IReadOnlyList<int[]> probes = run.Result().Probes;
        for (int h = 0; h < probes.Count; h++)
            for (int s = 0; s < stations.Length; s++)
                if (stations[s].Side >= 0) (stations[s].IsLine ? Line : Inside)[(stations[s].Side * (hours + 1) + h) * replications + r] += probes[h][s];
        watch.Close();
    }

    /// <summary>Hears of trucks that leave a side.</summary>
    private sealed class Watch(Samples samples, int r, CorridorNetwork corridor, Observed seen, Dictionary<(int, long), int> tripOf) : RunObserver
    {
        private readonly double[] sums = new double[samples.Sides.Count * (samples.hours + 1)];
        private readonly int[] counts = new int[samples.Sides.Count * (samples.hours + 1)];
        private readonly long start = seen.Start.Time.Milliseconds;

        public override void LegEnded(in LegRecord leg)
        {
            LegMeaning meaning = corridor.Legs[leg.Procedure];
            if (!meaning.IsSide) return;
            int side = samples.sideOf[(corridor.Corridor.Posts[meaning.PostIndex].Id, meaning.Direction, meaning.Country)];
            double hour = (leg.End - start) / (double)SimDuration.MillisecondsPerHour;
            int at = side * (samples.hours + 1) + Math.Clamp((int)Math.Ceiling(hour), 1, samples.hours);
            sums[at] += leg.Duration / (double)SimDuration.MillisecondsPerHour;
            counts[at]++;
            samples.Left[side * samples.replications + r]++;
            if (tripOf.TryGetValue((leg.Track.Source, leg.Track.Ordinal), out int trip) && seen.Trips[trip].Leg == leg.Leg) samples.Ends[trip * samples.replications + r] = hour;
        }

        public void Close()
        {
            for (int i = 0; i < counts.Length; i++)
                if (counts[i] > 0) samples.SideHours[i * samples.replications + r] = sums[i] / counts[i];
        }
    }
}
