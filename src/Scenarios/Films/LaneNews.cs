using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Films;

/// <summary>What is worth telling of lanes: rosters and breakdowns, as changes against what was before.</summary>
internal sealed class LaneNews
{
    private readonly Dictionary<LaneKey, int> numbers = [];
    private readonly List<(int Staff, int Extra)> levels = [];
    private readonly List<FilmEvent> events = [];

    public LaneNews(TraceHeader header)
    {
        foreach (TraceSide side in header.Sides)
            foreach (TraceLane lane in side.Lanes)
            {
                numbers[new LaneKey(side.Post, side.Side, side.Dir, lane.Lane)] = levels.Count;
                levels.Add((lane.Staff, lane.Extra));
            }
    }

    /// <summary>What happened inside the window.</summary>
    public IReadOnlyList<FilmEvent> Events => events;

    /// <summary>Takes an event; what lies before the window changes levels and is not told.</summary>
    public void Take(BorderEvent e, int minute)
    {
        switch (e.Type)
        {
            case BorderEventTypes.ResourceOpen or BorderEventTypes.ResourceClose: Roster(e, minute); break;
            case BorderEventTypes.ResourceDown: Tell(e, minute, e.Ext.Reason == EventReasons.Outage ? FilmEventKind.OutageBegins : FilmEventKind.BreaksDown, 1); break;
            case BorderEventTypes.ResourceUp: Tell(e, minute, e.Ext.Reason == EventReasons.Outage ? FilmEventKind.OutageEnds : FilmEventKind.Repaired, 1); break;
        }
    }

    private void Roster(BorderEvent e, int minute)
    {
        int lane = Number(e);
        (int staff, int extra) = (e.Ext.Staff ?? 0, e.Ext.Extra ?? 0);
        (int staffBefore, int extraBefore) = levels[lane];
        levels[lane] = (staff, extra);
        if (staff != staffBefore) Tell(e, minute, staffBefore == 0 ? FilmEventKind.Opens : staff == 0 ? FilmEventKind.Closes : FilmEventKind.Staff, staff);
        if (extra != extraBefore) Tell(e, minute, extra > extraBefore ? FilmEventKind.CalledIn : FilmEventKind.SentHome, Math.Abs(extra - extraBefore));
    }

    private void Tell(BorderEvent e, int minute, FilmEventKind kind, int value)
    {
        if (minute >= 0) events.Add(new FilmEvent(minute, Number(e), kind, value));
    }

    private int Number(BorderEvent e) => numbers[new LaneKey(e.Post!, e.Side!, e.Dir!.Value, e.Lane!)];
}
