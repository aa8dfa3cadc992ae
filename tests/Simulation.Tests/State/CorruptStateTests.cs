using System.Text.Json.Nodes;
using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;
using CorridorTwin.Simulation.State;
using CorridorTwin.Simulation.Time;

namespace CorridorTwin.Simulation.Tests.State;

/// <summary>A broken or foreign state is one clear message when it is loaded, and never a failure later.</summary>
public class CorruptStateTests
{
    private static readonly NetworkModel Model = RichNetwork.Build();

    private static string Saved(double hours = 9.3)
    {
        var run = new Replication(Model, RichNetwork.Options);
        run.RunUntil(SimTime.FromHours(hours));
        return CorridorStateJson.Write(run.Save());
    }

    private static Replication Load(string json) => Replication.Restore(Model, RichNetwork.Options, CorridorStateJson.Read(json));

    private static string Says(Action<JsonObject> spoil)
    {
        JsonObject state = JsonNode.Parse(Saved())!.AsObject();
        spoil(state);
        return Assert.Throws<CorridorStateException>(() => Load(state.ToJsonString())).Message;
    }

    private static JsonObject Truck(JsonObject state, string standing) =>
        state["trucks"]!.AsArray().Select(t => t!.AsObject()).First(t => (string?)t["at"]!["standing"] == standing);

    [Fact]
    public void Another_version_says_so_whatever_else_it_holds()
    {
        Assert.Equal("The state has schema version 2; this program reads version 1.", Says(s => s["schema"] = 2));
        Assert.Equal("The state has schema version 7; this program reads version 1.", Assert.Throws<CorridorStateException>(() => CorridorStateJson.Read("""{"schema":7,"cars":[]}""")).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":{}}")]
    [InlineData("hello")]
    public void What_is_no_state_says_so(string text) =>
        Assert.Matches("^The (text is not a corridor state|state is empty)", Assert.Throws<CorridorStateException>(() => CorridorStateJson.Read(text)).Message);

    [Fact]
    public void A_file_cut_short_says_so()
    {
        string json = Saved();
        for (int i = 0; i < 40; i++) Assert.Throws<CorridorStateException>(() => CorridorStateJson.Read(json[..(json.Length * i / 40)]));
    }

    [Fact]
    public void Unknown_places_are_named()
    {
        Assert.Contains("at stage 'exit: nowhere', which the state does not list", Says(s => Truck(s, "Queued")["at"]!["stage"]!["stage"] = "nowhere"));
        Assert.Contains("at station 'nowhere', which the state does not list", Says(s => Truck(s, "InService")["at"]!["station"] = "nowhere"));
        Assert.Contains("from a source the state does not list", Says(s => Truck(s, "Queued")["source"] = "nowhere"));
        Assert.Contains("of another corridor", Assert.Throws<CorridorStateException>(() =>
        {
            var b = new NetworkBuilder();
            b.Source("s").Poisson(1).To(b.Stage("serve", b.Station("elsewhere"), global::CorridorTwin.Simulation.Draws.Distribution.Exponential(TimeSpan.FromMinutes(1))));
            Replication.Restore(b.Build(), RichNetwork.Options, CorridorStateJson.Read(Saved()));
        }).Message);
    }

    [Fact]
    public void What_contradicts_itself_says_how()
    {
        Assert.Contains("is inside twice", Says(s => s["trucks"]!.AsArray().Add(s["trucks"]![0]!.DeepClone())));
        Assert.Contains("trucks inside and lists", Says(s => s["trucks"]!.AsArray().RemoveAt(0)));
        Assert.Contains("nothing says until when", Says(s => Truck(s, "InService")["at"]!.AsObject().Remove("due")));
        Assert.Contains("the clock stands at", Says(s => Truck(s, "InService")["at"]!["due"]!["at"] = 5));
        Assert.Contains("is taken or not given yet", Says(s => Truck(s, "InService")["at"]!["due"]!["sequence"] = 4_000_000_000));
        Assert.Contains("after the clock", Says(s => Truck(s, "Queued")["at"]!["since"] = (long)s["clock"]! + 1));
        Assert.Contains("ordinal its source has not given yet", Says(s => Truck(s, "Queued")["ordinal"] = 100000));
        Assert.Contains("neither open, to open, nor closed", Says(s => s["window"]!.AsObject().Remove("opened")));
        Assert.Contains("of the cohort", Says(s => s["measured"] = 0));
    }

    /// <summary>Every value of a state, spoilt in several ways: it loads and runs, or it is refused with a message; nothing else.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void No_spoilt_value_fails_later(int turn)
    {
        string json = Saved(turn == 0 ? 9.3 : turn == 1 ? 16.1 : 30.7);
        int values = Paths(JsonNode.Parse(json)!).Count();
        int refused = 0;
        for (int v = turn; v < values; v += 3)
        {
            JsonNode root = JsonNode.Parse(json)!;
            JsonNode node = Paths(root).ElementAt(v);
            string path = node.GetPath();
            string how = Spoil(node, v / 3);
            try
            {
                Replication run = Load(root.ToJsonString());
                run.RunEvents(60);
                CorridorStateJson.Write(run.Save());
            }
            catch (CorridorStateException e)
            {
                Assert.NotEmpty(e.Message);
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"{path} {how}: {e}");
            }
        }
        Assert.InRange(refused, values / 10, values);
    }

    private static IEnumerable<JsonNode> Paths(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] };
        foreach (JsonNode? child in children)
        {
            if (child == null) continue;
            yield return child;
            foreach (JsonNode inner in Paths(child)) yield return inner;
        }
    }

    private static string Spoil(JsonNode node, int n)
    {
        (string Name, Func<JsonNode?> Make)[] ways =
        [
            ("null", () => null), ("minus one", () => -1), ("huge", () => long.MaxValue - 7), ("lowest", () => long.MinValue), ("text", () => "x"), ("empty list", () => new JsonArray()),
            ("zero", () => 0), ("one more", () => node.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (long)node.GetValue<double>() + 1 : new JsonObject()), ("removed", () => null), ("fraction", () => 0.5), ("large", () => 1_000_000_000_000),
        ];
        (string name, Func<JsonNode?> make) = ways[n % ways.Length];
        if (name == "removed" && node.Parent is JsonObject o) o.Remove(node.GetPropertyName());
        else if (name == "removed" && node.Parent is JsonArray a) a.RemoveAt(node.GetElementIndex());
        else node.ReplaceWith(make());
        return name;
    }
}
