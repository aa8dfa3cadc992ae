using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Corridor;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>Builds the corridor from a checked baseline file: each side is the defaults, laid over by its post's and its direction's own words.</summary>
internal sealed class CorridorReading(Problems problems)
{
    /// <summary>The corridor; null, with the reasons noted, if the pieces do not fit together.</summary>
    public CorridorModel? Read(MapNode root)
    {
        var variation = (MapNode)root["variation"]!;
        var times = new TimeReading(variation.Word("law")!, variation.Number("cv", BaselineShapes.Variation));
        Country[] countries = [.. root.Rows("countries").Select(e => ReadCountry(e.Key, (MapNode)e.Value))];
        BorderPost[] posts = [.. root.Rows("posts").Select(e => ReadPost(e.Key, (MapNode)e.Value, root, times))];
        RoadSection[] roads = [.. ((ListNode)root["roads"]!).Items.Cast<MapNode>().Select(r => new RoadSection(r.Word("from")!, r.Word("to")!, r.Number("length", BaselineShapes.Distance), times.Read(r["travel"]!)))];
        CheckChain(root, posts, roads);
        Demand? demand = DemandReading.Read((MapNode)root["demand"]!, posts, problems);
        IReadOnlyList<Holiday> holidays = new HolidayReading([.. countries.Select(c => c.Id)], posts, problems).Read(root["holidays"] as MapNode);
        CostParameters? costs = CostReading.Read((MapNode)root["costs"]!, problems);
        if (problems.Any || demand is null || costs is null) return null;
        return new CorridorModel { Countries = countries, Posts = posts, Roads = roads, Demand = demand, Costs = costs, Holidays = holidays };
    }

    private static Country ReadCountry(string id, MapNode map) => new(id, map.Word("es")!, map.Word("en")!, OffsetShape.Read(map["utc"]!));

    private BorderPost ReadPost(string id, MapNode post, MapNode root, TimeReading times)
    {
        var sides = new List<SideProcedure>();
        (string north, string south) = (post.Word("north")!, post.Word("south")!);
        foreach (Direction direction in Enum.GetValues<Direction>())
        {
            foreach (SideRole role in Enum.GetValues<SideRole>())
            {
                string key = Names.Key(role), path = $"posts.{id}.{direction}.{key}";
                MapNode side = Layered([(root["defaults"] as MapNode)?[key], (post["both"] as MapNode)?[key], (post[direction.ToString()] as MapNode)?[key]], post.Mark);
                string country = (direction == Direction.N2S) == (role == SideRole.Exit) ? north : south;
                try
                {
                    sides.Add(new SideReading(side, path, times, problems).Read(direction, role, country));
                }
                catch (InputException incomplete)
                {
                    foreach (InputProblem problem in incomplete.Problems) problems.Add(problem);
                }
            }
        }
        return new BorderPost
        {
            Id = id,
            NameEs = post.Word("es")!,
            NameEn = post.Word("en")!,
            North = north,
            South = south,
            Sides = sides,
            DiversionShare = post.Number("diversion", NumberShape.Share),
            Yield = post["yield"] is MapNode yield ? ReadYield(yield) : YieldRule.None,
            Outage = (post["outage"] ?? root["outage"]) is MapNode outage
                ? new OutageRule(outage.Number("frequency", BaselineShapes.Frequency), times.Read(outage["length"]!), outage.Number("slowdown", BaselineShapes.Positive))
                : null,
        };
    }

    private static YieldRule ReadYield(MapNode rule) => new(
        (int)rule.Number("defer-from", BaselineShapes.Queue, int.MaxValue),
        rule.Number("defer-share", NumberShape.Share),
        rule.Number("defer-time", NumberShape.Duration) / 60,
        (int)rule.Number("divert-from", BaselineShapes.Queue, int.MaxValue),
        rule.Number("divert-share", NumberShape.Share));

    private static MapNode Layered(IEnumerable<InputNode?> layers, Mark mark)
    {
        InputNode side = new MapNode(mark, []);
        foreach (InputNode? layer in layers)
            if (layer is not null) side = SideShapes.Side.Merge(side, layer);
        return (MapNode)side;
    }

    private void CheckChain(MapNode root, BorderPost[] posts, RoadSection[] roads)
    {
        var table = (MapNode)root["posts"]!;
        for (int i = 0; i < posts.Length; i++)
        {
            if (posts[i].North == posts[i].South) problems.Add(((MapNode)table[posts[i].Id]!)["south"]!, $"posts.{posts[i].Id}.south", new("ambos lados son un mismo país", "both sides are one country"));
            if (i > 0 && posts[i - 1].South != posts[i].North)
                problems.Add(((MapNode)table[posts[i].Id]!)["north"]!, $"posts.{posts[i].Id}.north", new($"no es el país sur del puesto anterior, {posts[i - 1].Id}", $"not the southern country of the post before it, {posts[i - 1].Id}"), Bilingual.Same(posts[i - 1].South));
        }
        var list = (ListNode)root["roads"]!;
        for (int i = 0; i < Math.Max(roads.Length, posts.Length - 1); i++)
        {
            bool right = i < roads.Length && i + 1 < posts.Length && roads[i].FromPost == posts[i].Id && roads[i].ToPost == posts[i + 1].Id;
            if (right) continue;
            InputNode at = i < list.Items.Count ? list.Items[i] : list;
            problems.Add(at, Paths.Item("roads", i), new("las carreteras no unen puestos vecinos de norte a sur", "roads do not join neighbouring posts from north to south"), i + 1 < posts.Length ? new($"{posts[i].Id} a {posts[i + 1].Id}", $"{posts[i].Id} to {posts[i + 1].Id}") : new("ninguna carretera más", "no more roads"));
            return;
        }
    }
}
