using CorridorTwin.Simulation.Engine;
using CorridorTwin.Simulation.Network;

namespace CorridorTwin.Simulation.State;

/// <summary>
/// Which stages a truck passes itself and which only its side tasks do. The same stage may be one in the model that saved and the other in
/// the model that loads, when inspections become joint; a truck must not go on along a side task's stages as if they were its own.
/// </summary>
internal sealed class StageRoles
{
    private readonly NetworkModel model;
    private readonly bool[] own;
    private readonly int[] fork;

    public StageRoles(NetworkModel model)
    {
        this.model = model;
        own = new bool[model.Rows.Length];
        fork = new int[model.Rows.Length];
        Array.Fill(fork, -1);
        foreach (JourneyRow journey in model.Journeys)
            foreach (int first in journey.FirstRows) Reach(first, row => own[row], row => own[row] = true);
        foreach (ProcedureRow procedure in model.Procedures)
            if (procedure.Order.Length > 0) Reach(procedure.Order[0], row => own[row], row => own[row] = true);
        for (int f = 0; f < model.Rows.Length; f++)
            foreach (int first in model.Rows[f].Tasks ?? []) Reach(first, row => fork[row] >= 0, row => fork[row] = f);
    }

    /// <summary>Whether a truck (or, if asked, a side task) that is at this stage belongs there.</summary>
    public bool Fits(int row, bool task) => task ? fork[row] >= 0 : own[row] || fork[row] < 0;

    /// <summary>The stage that starts the side tasks this stage belongs to.</summary>
    public int ForkOf(int row) => fork[row];

    /// <summary>Whether a stage is reached by a side task that begins at a stage.</summary>
    public bool Within(int first, int row)
    {
        var seen = new HashSet<int>();
        Reach(first, seen.Contains, r => seen.Add(r));
        return seen.Contains(row);
    }

    private void Reach(int first, Func<int, bool> seen, Action<int> mark)
    {
        var open = new Stack<int>([first]);
        while (open.TryPop(out int row))
        {
            if (row == Replication.End || seen(row)) continue;
            mark(row);
            Route route = model.Routes[model.Rows[row].Route];
            if (route.Always != -2) open.Push(route.Always);
            foreach (int target in route.Targets) open.Push(target);
        }
    }
}
