import { Agreement } from '../agreement/agreement.entity.ts'
import { Participation } from '../agreement/participation.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { BudgetLine } from '../budget/budget-line.entity.ts'
import { Budget } from '../budget/budget.entity.ts'
import { ApiToken } from '../api-token/api-token.entity.ts'
import { AuditEntry } from '../audit/audit-entry.entity.ts'
import { CommentThread } from '../comment/comment-thread.entity.ts'
import { Comment } from '../comment/comment.entity.ts'
import { AcceptedBatch } from '../history/accepted-batch.entity.ts'
import { BaseFact } from '../history/base-fact.entity.ts'
import { BudgetVersion } from '../history/budget-version.entity.ts'
import { Change } from '../history/change.entity.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { ReachedBudget } from '../history/reached-budget.entity.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { County } from '../municipality/county.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { Remark } from '../remark/remark.entity.ts'
import { BudgetFiguresCopy } from '../shares/budget-figures.entity.ts'
import { CostShareCopy } from '../shares/cost-share.entity.ts'
import { LineFiguresCopy } from '../shares/line-figures.entity.ts'
import { Installation } from '../sign-in/installation.entity.ts'
import { Invitation } from '../sign-in/invitation.entity.ts'
import { UsedSignIn } from '../sign-in/oidc/used-sign-in.entity.ts'
import { Session } from '../sign-in/session.entity.ts'
import { ServerSecret } from '../workbook/server-secret.entity.ts'
import { SavedView } from '../views/saved-view.entity.ts'

/** Everything that is stored. */
export const entities = [
  County,
  Municipality,
  PopulationFigure,
  JointService,
  DistributionKey,
  Agreement,
  Participation,
  Budget,
  BudgetLine,
  Remark,
  Change,
  HistoryHead,
  BaseFact,
  ReachedBudget,
  AcceptedBatch,
  BudgetVersion,
  CommentThread,
  Comment,
  ServerSecret,
  Person,
  Grant,
  Session,
  Invitation,
  UsedSignIn,
  ApiToken,
  AuditEntry,
  Installation,
  SavedView,
  BudgetFiguresCopy,
  LineFiguresCopy,
  CostShareCopy,
]
