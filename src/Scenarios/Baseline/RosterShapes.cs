using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Simulation.Calendars;

namespace CorridorTwin.Scenarios.Baseline;

/// <summary>The declaration of rosters, one line a shift: <c>- {days: mon-sat, hours: 06:00-18:00, staff: 2}</c>.</summary>
public static class RosterShapes
{
    private static readonly NumberShape StaffCount = NumberShape.Count(0, 1000);
    private static readonly Field Days = new("days", new DaysShape(), new("Días en que empieza el turno.", "Weekdays on which the shift starts."), Required: true);
    private static readonly Field Hours = new("hours", new HoursShape(), new("Desde y hasta, hora local; 18:00-06:00 pasa la medianoche.", "From and to, local time; 18:00-06:00 wraps."), Required: true);

    /// <summary>Hours with staff.</summary>
    public static ListShape Staffed { get; } = new(new MapShape(Days, Hours, new Field("staff", StaffCount, new("Oficiales o máquinas de turno.", "Officers or machines on duty."), Required: true))) { Least = 1, Most = 100, Whole = NotTwice, SchemaName = "roster" };

    /// <summary>Hours alone.</summary>
    public static ListShape Open { get; } = new(new MapShape(Days, Hours)) { Least = 1, Most = 100, Whole = NotTwice, SchemaName = "open-hours" };

    /// <summary>The roster of a checked list.</summary>
    public static Roster Read(InputNode node) => new([.. ((ListNode)node).Items.Cast<MapNode>().Select(Line)]);

    private static Shift Line(MapNode line)
    {
        (int from, int to) = HoursShape.Read(line["hours"]!);
        return new Shift(DaysShape.Read(line["days"]!), from, to, line["staff"] is { } staff ? (int)StaffCount.Read(staff) : 1);
    }

    private static void NotTwice(ListNode list, string path, Checking context)
    {
        const int Week = 7 * 1440;
        var owner = new int[Week];
        for (int i = 0; i < list.Items.Count; i++)
        {
            Shift shift = Line((MapNode)list.Items[i]);
            int? twice = null;
            foreach (DayOfWeek day in shift.Days)
            {
                for (int m = 0; m < shift.Minutes; m++)
                {
                    int minute = (((int)day + 6) % 7 * 1440 + shift.FromMinute + m) % Week;
                    if (owner[minute] != 0 && (twice is null || minute < twice)) twice = minute;
                    owner[minute] = i + 1;
                }
            }
            if (twice is not { } clash) continue;
            string time = $"{clash % 1440 / 60:00}:{clash % 60:00}";
            string[] en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
            string[] es = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
            context.Problems.Add(new InputProblem(list.Items[i].Mark, Paths.Item(path, i), null, new($"el {es[clash / 1440]} a las {time} tiene personal dos veces en un turno", $"{en[clash / 1440]} {time} is staffed twice in one roster")));
        }
    }
}
